-- revision: 001
-- message: customers

-- up
CREATE TABLE customer (
    id BIGINT NOT NULL,
    PRIMARY KEY (id)
);
