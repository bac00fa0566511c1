-- What a person wants to see before them: vision boards, what hangs on them, and
-- the pictures and files that are kept in the vault.

-- An empty name is that of the vision it shows, if it shows one. paper is a
-- colour or a pattern (internal/plan/piece.go), '' the paper of the page.
CREATE TABLE vision_board (
  id      TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES item (id) ON DELETE SET NULL,
  name    TEXT NOT NULL,
  paper   TEXT NOT NULL,
  rank    TEXT NOT NULL CHECK (rank <> '')
) STRICT;
CREATE INDEX vision_board_plan ON vision_board (plan_id, rank);
CREATE INDEX vision_board_item ON vision_board (item_id) WHERE item_id IS NOT NULL;

-- One thing on a vision board. x and y are its start and its top before it is
-- turned by angle degrees about its middle; rank orders from the back to the
-- front; pieces of one group_id move together. What body may hold follows from
-- kind.
CREATE TABLE piece (
  id       TEXT PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES vision_board (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind <> ''),
  rank     TEXT NOT NULL CHECK (rank <> ''),
  x        REAL NOT NULL,
  y        REAL NOT NULL,
  w        REAL NOT NULL CHECK (w > 0),
  h        REAL NOT NULL CHECK (h > 0),
  angle    REAL NOT NULL,
  group_id TEXT NOT NULL,
  locked   INTEGER NOT NULL CHECK (locked IN (0, 1)),
  item_id  TEXT REFERENCES item (id) ON DELETE SET NULL,
  value_id TEXT REFERENCES aspect (id) ON DELETE SET NULL,
  picture  TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_type(body) = 'object')
) STRICT;
CREATE INDEX piece_board ON piece (board_id, rank);
CREATE INDEX piece_item ON piece (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX piece_value ON piece (value_id) WHERE value_id IS NOT NULL;

-- A picture as it came in, turned upright and without what the camera knew.
-- hash is the SHA-256 of the file that came, so that it comes in once. It is not
-- journaled: it goes when no piece, no aspect and no step of the journal speaks
-- of it any more.
CREATE TABLE picture (
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  hash      TEXT NOT NULL CHECK (length(hash) = 64),
  width     INTEGER NOT NULL CHECK (width > 0),
  height    INTEGER NOT NULL CHECK (height > 0),
  added_at  TEXT NOT NULL,
  PRIMARY KEY (client_id, hash)
) STRICT, WITHOUT ROWID;

-- A picture in one size: edge is its longest side at most, in pixels.
CREATE TABLE picture_file (
  client_id TEXT NOT NULL,
  hash      TEXT NOT NULL,
  edge      INTEGER NOT NULL CHECK (edge > 0),
  type      TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
  data      BLOB NOT NULL,
  UNIQUE (client_id, hash, edge),
  FOREIGN KEY (client_id, hash) REFERENCES picture (client_id, hash) ON DELETE CASCADE
) STRICT;

-- A file that was attached to an item as a copy, as it came. It goes as pictures do.
CREATE TABLE kept_file (
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  hash      TEXT NOT NULL CHECK (length(hash) = 64),
  added_at  TEXT NOT NULL,
  data      BLOB NOT NULL,
  UNIQUE (client_id, hash)
) STRICT;
