-- revision: c8
-- parents: c7
-- message: the first of three that share an intent, up and down

CREATE TABLE shop (
    id   INT NOT NULL,
    city VARCHAR(40),
    PRIMARY KEY (id)
);
