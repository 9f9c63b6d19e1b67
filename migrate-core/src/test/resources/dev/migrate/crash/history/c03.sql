-- revision: c3
-- parents: c2
-- message: renames and changed columns, with rows counted up in between

-- up
ALTER TABLE book MODIFY COLUMN title VARCHAR(80) NOT NULL COMMENT 'as on the cover';
UPDATE book SET pages = pages + 1;
ALTER TABLE book CHANGE COLUMN pages length INT NOT NULL DEFAULT 1;
UPDATE book SET length = length + 10;
ALTER TABLE author ADD COLUMN since INT, ALTER COLUMN name SET DEFAULT 'unknown';
ALTER TABLE author RENAME TO writer;
INSERT INTO change_log (what) VALUES ('c3 up');

-- down
RENAME TABLE writer TO author;
INSERT INTO change_log (what) VALUES ('c3 down');
ALTER TABLE author ALTER COLUMN name DROP DEFAULT;
ALTER TABLE author DROP COLUMN since;
UPDATE book SET length = length - 10;
ALTER TABLE book CHANGE COLUMN length pages INT NOT NULL DEFAULT 1;
UPDATE book SET pages = pages - 1;
ALTER TABLE book MODIFY COLUMN title VARCHAR(40) NOT NULL;
