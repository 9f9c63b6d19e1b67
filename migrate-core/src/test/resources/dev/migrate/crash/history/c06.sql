-- revision: c6
-- parents: c5
-- message: another primary key and another character set

-- up
ALTER TABLE review ADD COLUMN number INT NOT NULL DEFAULT 1, ADD PRIMARY KEY (book, number);
INSERT INTO review (book, number, text) VALUES (1, 1, 'good'), (2, 1, 'bad');
UPDATE book SET length = length + 1000;
ALTER TABLE review CONVERT TO CHARACTER SET latin1 COLLATE latin1_swedish_ci;
ALTER TABLE review MODIFY COLUMN text VARCHAR(100) NOT NULL DEFAULT 'none';
ALTER TABLE review ADD KEY ix_text (text);

-- down
ALTER TABLE review DROP KEY ix_text;
ALTER TABLE review MODIFY COLUMN text VARCHAR(100);
ALTER TABLE review CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
DELETE FROM review;
ALTER TABLE review DROP PRIMARY KEY, DROP COLUMN number;
UPDATE book SET length = length - 1000;
INSERT INTO change_log (what) VALUES ('c6 down');
