-- revision: 002
-- parents: 001
-- message: email
ALTER TABLE users ADD COLUMN email VARCHAR(120) NULL;
