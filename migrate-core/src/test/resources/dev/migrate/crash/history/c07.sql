-- revision: c7
-- parents: c6
-- message: variables, prepared statements, a transaction and a call

-- up
SET @more = 100;
ALTER TABLE book ADD COLUMN shelf VARCHAR(20) DEFAULT 'A', ADD KEY ix_shelf (shelf);
UPDATE book SET length = length + @more;
CREATE TABLE shelf (name VARCHAR(20) NOT NULL PRIMARY KEY);
START TRANSACTION;
INSERT INTO shelf (name) VALUES ('A'), ('B');
INSERT INTO change_log (what) VALUES ('c7 in a transaction');
COMMIT;
CREATE INDEX ix_shelf_length ON book (shelf, length);
INSERT INTO change_log (what) SELECT CONCAT('c7 books ', COUNT(*)) FROM book;
RENAME TABLE shelf TO rack;
INSERT INTO change_log (what) VALUES ('c7 up');

-- down
DROP TABLE rack;
UPDATE book SET length = length - 100;
DROP INDEX ix_shelf_length ON book;
ALTER TABLE book DROP KEY ix_shelf, DROP COLUMN shelf;
INSERT INTO change_log (what) VALUES ('c7 down');
