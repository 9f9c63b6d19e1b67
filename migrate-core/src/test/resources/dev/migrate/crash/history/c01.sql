-- revision: c1
-- message: tables with rows; the way back is derived

CREATE TABLE author (
    id   INT NOT NULL,
    name VARCHAR(40) NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE book (
    id     INT NOT NULL,
    author INT,
    title  VARCHAR(40) NOT NULL,
    pages  INT NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    KEY ix_title (title)
);
INSERT INTO author (id, name) VALUES (1, 'Ann'), (2, 'Ben');
INSERT INTO book (id, author, title) VALUES (1, 1, 'One'), (2, 2, 'Two');
