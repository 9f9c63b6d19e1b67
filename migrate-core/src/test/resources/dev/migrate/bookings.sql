-- A script as people write them for the command-line client. It's full of traps; none of them is one.
# Another comment; with a delimiter, a quote ' and a /*
/* And; another
   one: don't " `  */

DROP TABLE IF EXISTS entry;
CREATE TABLE entry ( -- the bookings; all of it
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, # counted
    note VARCHAR(100) NOT NULL DEFAULT 'it''s; -- nothing', /* ; */
    `odd;name` INT NULL,
    changes INT NOT NULL DEFAULT 0
) /*!50001 ENGINE=InnoDB */ COMMENT "a ""bookings""; no more";
CREATE TABLE log (entry INT NOT NULL, what VARCHAR(100) NOT NULL);;

/*!50001 SET @start = 10 */;
/*!99999 SET @start = 'no; server' */;

DELIMITER $$
CREATE TRIGGER entry_changed BEFORE UPDATE ON entry FOR EACH ROW
BEGIN
    -- one; two
    SET NEW.changes = OLD.changes + 1;
    INSERT INTO log (entry, what) VALUES (OLD.id, CONCAT(OLD.note, ' -> ', NEW.note)); # three;
END$$

delimiter //
CREATE PROCEDURE rename_entry(IN which INT, IN what VARCHAR(100))
BEGIN
    /* if; then */
    IF which IS NOT NULL THEN
        UPDATE entry SET note = what WHERE id = which;
    END IF;
END
//
DELIMITER ;

INSERT INTO entry (id, note) VALUES (@start + 1, 'a;b'), (@start + 2, 'it\'s\\'), (@start + 3, "-- \"no\" comment"); -- end
INSERT INTO entry (note, `odd;name`) VALUES ('/* # */', 1--1), ('two
lines;', 2*/* two */3)\g
INSERT INTO entry VALUES (); INSERT INTO entry (note) VALUES ('😀; é')\G
CALL rename_entry(11, '$$ // ;');
CALL rename_entry(NULL, 'never')
