-- Few indexes: what an index has lost nobody finds. Every table has a whole number as its key, so that a damaged file can be walked
-- row by row. Times are Unix milliseconds. sum is a CRC-32C over the other columns.

CREATE TABLE updates (
	id       INTEGER PRIMARY KEY, -- Telegram's update_id
	chat     INTEGER NOT NULL,
	thread   INTEGER NOT NULL,
	user     INTEGER NOT NULL,
	state    TEXT    NOT NULL,
	received INTEGER NOT NULL,
	finished INTEGER NOT NULL,
	sum      INTEGER NOT NULL,    -- of all before
	body     BLOB    NOT NULL,    -- emptied when it is finished
	body_sum INTEGER NOT NULL
);

CREATE TABLE messages (
	id          INTEGER PRIMARY KEY,
	update_id   INTEGER NOT NULL,
	chat        INTEGER NOT NULL,
	thread      INTEGER NOT NULL,
	user        INTEGER NOT NULL,
	state       TEXT    NOT NULL,
	attempts    INTEGER NOT NULL,
	telegram_id INTEGER NOT NULL, -- of the message as it was sent
	reason      TEXT    NOT NULL,
	queued      INTEGER NOT NULL,
	changed     INTEGER NOT NULL,
	sum         INTEGER NOT NULL, -- of all before
	method      TEXT    NOT NULL,
	payload     BLOB    NOT NULL, -- emptied when it is sent
	body_sum    INTEGER NOT NULL  -- of method and payload
);
CREATE INDEX messages_update ON messages (update_id);

CREATE TABLE turns (
	id        INTEGER PRIMARY KEY,
	update_id INTEGER NOT NULL,
	chat      INTEGER NOT NULL,
	thread    INTEGER NOT NULL,
	user      INTEGER NOT NULL,
	asked     INTEGER NOT NULL,
	question  TEXT    NOT NULL,
	answer    TEXT    NOT NULL,
	detail    BLOB    NOT NULL,
	sum       INTEGER NOT NULL
);
CREATE INDEX turns_talk ON turns (chat, thread, user, id);
CREATE INDEX turns_update ON turns (update_id);

CREATE TABLE feedback (
	id       INTEGER PRIMARY KEY,
	chat     INTEGER NOT NULL,
	message  INTEGER NOT NULL, -- the message that was rated
	user     INTEGER NOT NULL,
	rating   INTEGER NOT NULL,
	question TEXT    NOT NULL,
	answer   BLOB    NOT NULL,
	hits     BLOB    NOT NULL,
	at       INTEGER NOT NULL,
	sum      INTEGER NOT NULL
);
CREATE UNIQUE INDEX feedback_rated ON feedback (chat, message, user);

-- Small facts about the whole: the last update that came in.
CREATE TABLE facts (
	id    INTEGER PRIMARY KEY,
	name  TEXT    NOT NULL UNIQUE,
	value INTEGER NOT NULL,
	at    INTEGER NOT NULL,
	sum   INTEGER NOT NULL
);
