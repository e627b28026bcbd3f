-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whose names are sealed, and what went out all the same.

ALTER TABLE account ADD COLUMN seal TEXT CHECK (seal IN ('strict', 'off', 'custom'));
ALTER TABLE account ADD COLUMN sealed TEXT;

-- What went out with a name in it, and why. Seconds since 1970 in UTC; no step to undo, for it cannot be.
CREATE TABLE local_disclosure (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account INTEGER,
  audience TEXT NOT NULL CHECK (audience IN ('internal', 'customer', 'public')),
  what TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim (reason) <> '')
) STRICT;
