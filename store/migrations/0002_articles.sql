-- What is large lies in chunks, so that no transaction is long and no damage hits
-- more than it must. A blob that nothing refers to was being written at a crash.
CREATE TABLE chunks (
	id   INTEGER PRIMARY KEY,
	blob INTEGER NOT NULL,
	seq  INTEGER NOT NULL,
	data BLOB    NOT NULL,
	sum  INTEGER NOT NULL
);

-- Files that articles came from, as they were.
CREATE TABLE sources (
	id         INTEGER PRIMARY KEY,
	collection TEXT    NOT NULL, -- which set of articles it belongs to
	name       TEXT    NOT NULL,
	hash       BLOB    NOT NULL, -- SHA-256 of the bytes
	mark       TEXT    NOT NULL, -- which reader made the articles
	blob       INTEGER NOT NULL,
	count      INTEGER NOT NULL, -- of articles
	added      INTEGER NOT NULL,
	sum        INTEGER NOT NULL
);

CREATE TABLE articles (
	id      INTEGER PRIMARY KEY,
	source  INTEGER NOT NULL,
	seq     INTEGER NOT NULL,
	article BLOB    NOT NULL, -- see codec.go
	sum     INTEGER NOT NULL
);

CREATE INDEX sources_name ON sources (collection, name);
CREATE INDEX articles_source ON articles (source);

-- No index: vectors are always read all at once.
CREATE TABLE vectors (
	id    INTEGER PRIMARY KEY,
	model TEXT    NOT NULL,
	key   BLOB    NOT NULL, -- of the texts that were embedded
	made  INTEGER NOT NULL,
	data  BLOB    NOT NULL,
	sum   INTEGER NOT NULL
);

-- What can be made again: the index as it was last served.
CREATE TABLE derived (
	id         INTEGER PRIMARY KEY, -- the last that was made has the highest
	collection TEXT    NOT NULL,
	name       TEXT    NOT NULL,
	mark       TEXT    NOT NULL, -- what it was made by
	blob       INTEGER NOT NULL,
	size       INTEGER NOT NULL,
	sum        INTEGER NOT NULL
);
