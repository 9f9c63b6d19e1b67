-- revision: c4a
-- parents: c3
-- message: constraints; the way back is derived

ALTER TABLE book ADD CONSTRAINT fk_author FOREIGN KEY (author) REFERENCES writer (id);
ALTER TABLE writer ADD CONSTRAINT uq_name UNIQUE (name);
CREATE TABLE review (
    book INT NOT NULL,
    text VARCHAR(100),
    KEY ix_book (book),
    CONSTRAINT fk_review_book FOREIGN KEY (book) REFERENCES book (id)
);
