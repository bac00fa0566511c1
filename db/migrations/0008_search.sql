-- What a client has written, so that it is found by its words. Nothing here is a
-- person's own: all of it is made of other tables, by triggers in the transaction of
-- the edit itself, so it is right after an undo, a redo and a merge, too. It is not
-- journaled, and never leaves a vault (db/leave.go): where rows arrive, the triggers
-- make it anew. Private notes, marks and decks have no part in it.
--
-- A later migration that renames or drops a column named here, or rebuilds a table
-- named here, drops these triggers first and makes them anew.

-- What is written of one client lies on one shelf: their docs are numbered from
-- number << 40 on, the newest last. So nothing of another client is gone through.
CREATE TABLE search_shelf (
  number    INTEGER PRIMARY KEY,
  client_id TEXT NOT NULL UNIQUE REFERENCES client (id) ON DELETE CASCADE
) STRICT;

-- Which row of which table a doc is. It has a number of its own, as the rowid of a
-- table whose key is a text may change when the file is written anew.
CREATE TABLE search_row (
  doc INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  id  TEXT NOT NULL,
  UNIQUE (id, tbl)
) STRICT;

-- The words alone: what was written stands in its own table only.
CREATE VIRTUAL TABLE search_words USING fts5 (
  title, why, what, done_when, notes, said,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

-- All that can be found, and whose it is. Of what is said of something, only the
-- fields that hold a person's own words (internal/plan/shape.go).
CREATE VIEW search_text (tbl, id, client_id, title, why, what, done_when, notes, said) AS
  SELECT 'item' AS tbl, i.id, p.client_id, i.title, i.why, i.what, i.done_when, i.notes, '' AS said
    FROM item AS i JOIN plan AS p ON p.id = i.plan_id
  UNION ALL
  SELECT 'aspect', id, client_id, '', '', '', '', '', said FROM (
    SELECT a.id, a.client_id, (
      SELECT group_concat(value, char(10)) FROM json_each(a.body) WHERE type = 'text' AND (key IN (
        'name', 'words', 'note', 'purpose', 'sessions', 'contact', 'confidence', 'follows', 'asked', 'answer',
        'win', 'setback', 'learned', 'changed', 'what', 'identity', 'success', 'why', 'for', 'against', 'who',
        'brought', 'statement', 'judge', 'reachable', 'readjust', 'importanceWhy', 'confidenceWhy', 'cue',
        'response', 'today', 'desired', 'question', 'reward', 'alt', 'least'
      ) OR key = 'where' AND a.kind = 'attachment')
    ) AS said FROM aspect AS a)
    WHERE said <> ''
  UNION ALL
  SELECT 'piece', id, client_id, '', '', '', '', '', said FROM (
    SELECT c.id, p.client_id, (
      SELECT group_concat(value, char(10)) FROM json_each(c.body)
      WHERE type = 'text' AND key IN ('words', 'caption', 'alt', 'by', 'name')
    ) AS said FROM piece AS c JOIN vision_board AS b ON b.id = c.board_id JOIN plan AS p ON p.id = b.plan_id)
    WHERE said <> ''
  UNION ALL
  SELECT 'vision_board', b.id, p.client_id, b.name, '', '', '', '', ''
    FROM vision_board AS b JOIN plan AS p ON p.id = b.plan_id WHERE b.name <> ''
  UNION ALL
  SELECT 'plan_version', v.id, p.client_id, '', '', '', '', '', v.changed || char(10) || v.stays || char(10) || v.reason
    FROM plan_version AS v JOIN plan AS p ON p.id = v.plan_id
  UNION ALL
  SELECT 'plan', id, client_id, name, '', '', '', '', '' FROM plan
  UNION ALL
  SELECT 'tag', id, client_id, name, '', '', '', '', '' FROM tag;

-- What is there already, in the order in which it was made, as the ids have it.
INSERT INTO search_shelf (client_id) SELECT id FROM client ORDER BY id;
INSERT INTO search_row (doc, tbl, id)
SELECT (s.number << 40) + row_number() OVER (PARTITION BY s.number ORDER BY t.id, t.tbl), t.tbl, t.id
FROM search_text AS t JOIN search_shelf AS s ON s.client_id = t.client_id;
INSERT INTO search_words (rowid, title, why, what, done_when, notes, said)
SELECT r.doc, t.title, t.why, t.what, t.done_when, t.notes, t.said
FROM search_text AS t JOIN search_row AS r ON r.id = t.id AND r.tbl = t.tbl;
INSERT INTO search_words (search_words) VALUES ('optimize');

-- Something of a row came, changed or went: INSERT INTO search_text (tbl, id) makes
-- the words of that row anew.
CREATE TRIGGER search_again INSTEAD OF INSERT ON search_text BEGIN
  DELETE FROM search_words WHERE rowid = (SELECT doc FROM search_row WHERE id = NEW.id AND tbl = NEW.tbl);
  DELETE FROM search_row WHERE id = NEW.id AND tbl = NEW.tbl
    AND NOT EXISTS (SELECT 1 FROM search_text AS t WHERE t.tbl = NEW.tbl AND t.id = NEW.id);
  INSERT INTO search_row (doc, tbl, id)
  SELECT coalesce(
      (SELECT doc FROM search_row WHERE doc BETWEEN s.number << 40 AND ((s.number + 1) << 40) - 1 ORDER BY doc DESC LIMIT 1),
      s.number << 40) + 1, t.tbl, t.id
  FROM search_text AS t JOIN search_shelf AS s ON s.client_id = t.client_id
  WHERE t.tbl = NEW.tbl AND t.id = NEW.id
    AND NOT EXISTS (SELECT 1 FROM search_row AS r WHERE r.id = NEW.id AND r.tbl = NEW.tbl);
  INSERT INTO search_words (rowid, title, why, what, done_when, notes, said)
  SELECT r.doc, t.title, t.why, t.what, t.done_when, t.notes, t.said
  FROM search_text AS t JOIN search_row AS r ON r.id = t.id AND r.tbl = t.tbl
  WHERE t.tbl = NEW.tbl AND t.id = NEW.id;
END;

CREATE TRIGGER search_client_insert AFTER INSERT ON client BEGIN
  INSERT INTO search_shelf (client_id) VALUES (NEW.id);
END;

CREATE TRIGGER search_item_insert AFTER INSERT ON item BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('item', NEW.id);
END;
CREATE TRIGGER search_item_update AFTER UPDATE OF title, why, what, done_when, notes ON item
WHEN (OLD.title, OLD.why, OLD.what, OLD.done_when, OLD.notes)
  IS NOT (NEW.title, NEW.why, NEW.what, NEW.done_when, NEW.notes) BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('item', NEW.id);
END;
CREATE TRIGGER search_item_delete AFTER DELETE ON item BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('item', OLD.id);
END;

CREATE TRIGGER search_aspect_insert AFTER INSERT ON aspect BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('aspect', NEW.id);
END;
CREATE TRIGGER search_aspect_update AFTER UPDATE OF body ON aspect WHEN OLD.body IS NOT NEW.body BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('aspect', NEW.id);
END;
CREATE TRIGGER search_aspect_delete AFTER DELETE ON aspect BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('aspect', OLD.id);
END;

CREATE TRIGGER search_piece_insert AFTER INSERT ON piece BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('piece', NEW.id);
END;
CREATE TRIGGER search_piece_update AFTER UPDATE OF body ON piece WHEN OLD.body IS NOT NEW.body BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('piece', NEW.id);
END;
CREATE TRIGGER search_piece_delete AFTER DELETE ON piece BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('piece', OLD.id);
END;

CREATE TRIGGER search_vision_board_insert AFTER INSERT ON vision_board BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('vision_board', NEW.id);
END;
CREATE TRIGGER search_vision_board_update AFTER UPDATE OF name ON vision_board WHEN OLD.name IS NOT NEW.name BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('vision_board', NEW.id);
END;
CREATE TRIGGER search_vision_board_delete AFTER DELETE ON vision_board BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('vision_board', OLD.id);
END;

CREATE TRIGGER search_plan_version_insert AFTER INSERT ON plan_version BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('plan_version', NEW.id);
END;
CREATE TRIGGER search_plan_version_update AFTER UPDATE OF changed, stays, reason ON plan_version BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('plan_version', NEW.id);
END;
CREATE TRIGGER search_plan_version_delete AFTER DELETE ON plan_version BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('plan_version', OLD.id);
END;

CREATE TRIGGER search_plan_insert AFTER INSERT ON plan BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('plan', NEW.id);
END;
CREATE TRIGGER search_plan_update AFTER UPDATE OF name ON plan WHEN OLD.name IS NOT NEW.name BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('plan', NEW.id);
END;
CREATE TRIGGER search_plan_delete AFTER DELETE ON plan BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('plan', OLD.id);
END;

CREATE TRIGGER search_tag_insert AFTER INSERT ON tag BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('tag', NEW.id);
END;
CREATE TRIGGER search_tag_update AFTER UPDATE OF name ON tag WHEN OLD.name IS NOT NEW.name BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('tag', NEW.id);
END;
CREATE TRIGGER search_tag_delete AFTER DELETE ON tag BEGIN
  INSERT INTO search_text (tbl, id) VALUES ('tag', OLD.id);
END;
