-- revision: 003
-- parents: 002

CREATE TABLE third (id BIGINT);
