-- revision: c9
-- parents: c8
-- message: a column of a table that is there, and one of the new one

ALTER TABLE writer ADD COLUMN born INT;
CREATE INDEX ix_city ON shop (city);
