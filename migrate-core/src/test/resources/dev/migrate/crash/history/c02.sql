-- revision: c2
-- parents: c1
-- message: columns and indexes, in statements of several clauses

-- up
ALTER TABLE author ADD COLUMN email VARCHAR(60);
CREATE INDEX ix_email ON author (email);
ALTER TABLE book
    ADD COLUMN isbn VARCHAR(13) COMMENT 'where it is sold',
    ADD UNIQUE KEY uq_isbn (isbn),
    DROP KEY ix_title;
INSERT INTO change_log (what) VALUES ('c2 up');

-- down
INSERT INTO change_log (what) VALUES ('c2 down');
ALTER TABLE book ADD KEY ix_title (title), DROP KEY uq_isbn, DROP COLUMN isbn;
DROP INDEX ix_email ON author;
ALTER TABLE author DROP COLUMN email;
