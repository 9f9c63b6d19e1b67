-- revision: c4b
-- parents: c3
-- message: views, triggers, routines and an event

-- up
INSERT INTO change_log (what) VALUES ('c4b up');
CREATE VIEW titles AS SELECT id, title FROM book;
CREATE OR REPLACE VIEW long_titles AS SELECT id FROM titles WHERE title > 'long';
DELIMITER $$
CREATE TRIGGER longer BEFORE INSERT ON book FOR EACH ROW
BEGIN
    SET NEW.length = NEW.length + 1;
END $$
CREATE PROCEDURE seen()
BEGIN
    SELECT COUNT(*) FROM change_log;
END $$
CREATE FUNCTION seven() RETURNS INT DETERMINISTIC RETURN 7 $$
DELIMITER ;
CREATE EVENT yearly ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO CALL seen();

-- down
DROP EVENT yearly;
DROP FUNCTION seven;
DROP PROCEDURE seen;
DROP TRIGGER longer;
DROP VIEW long_titles, titles;
INSERT INTO change_log (what) VALUES ('c4b down');
