-- revision: c11
-- parents: c10
-- message: reversible statements, followed by one that is rejected

CREATE TABLE chapter (
    book  INT NOT NULL,
    title VARCHAR(40) NOT NULL,
    KEY ix_chapter (book)
);
INSERT INTO chapter (book, title) VALUES (1, 'First');
ALTER TABLE shop ADD COLUMN street VARCHAR(40), ADD INDEX ix_street (street);
RENAME TABLE sale TO sold;
ALTER TABLE chapter ADD CONSTRAINT fk_chapter FOREIGN KEY (book) REFERENCES book (id);
CREATE VIEW towns AS SELECT city FROM shop;
CREATE TRIGGER named BEFORE INSERT ON shop FOR EACH ROW SET NEW.street = NEW.city;
CREATE FUNCTION eight() RETURNS INT DETERMINISTIC RETURN 8;
ALTER TABLE book ADD CONSTRAINT uq_shelf UNIQUE (shelf);
