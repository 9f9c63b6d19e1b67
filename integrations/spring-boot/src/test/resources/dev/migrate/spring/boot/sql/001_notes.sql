-- revision: 001
-- message: notes

-- up
CREATE TABLE notes (id INT PRIMARY KEY);

-- down
DROP TABLE notes;
