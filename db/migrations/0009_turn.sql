-- turn is when a step was done, taken back or done again, of all that its client
-- did: an undo takes back what was done last, a redo does what was taken back
-- last. As private steps leave those in sight that were taken back, the order in
-- which steps were made does not tell.
ALTER TABLE journal_step ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
UPDATE journal_step SET turn = iif(undone, 2 * (SELECT max(seq) FROM journal_step) + 1 - seq, seq);

DROP INDEX journal_step_undone;
CREATE INDEX journal_step_undone ON journal_step (client_id, turn) WHERE undone = 1;
CREATE INDEX journal_step_turn ON journal_step (client_id, turn);
