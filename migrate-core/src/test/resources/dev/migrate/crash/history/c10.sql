-- revision: c10
-- parents: c9
-- message: a table that refers to the new one

CREATE TABLE sale (
    id   INT NOT NULL,
    shop INT,
    PRIMARY KEY (id),
    CONSTRAINT fk_shop FOREIGN KEY (shop) REFERENCES shop (id)
);
