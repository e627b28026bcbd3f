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

-- The reference: what a person wrote in it, thought of it and linked it to. The entries that
-- ship are not in here, unless they were edited.

-- tags, aliases, links and related are lines; a link is its address, a space and its title.
-- based_on says which text that ships an edit began with.
CREATE TABLE reference_entry (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  category TEXT NOT NULL CHECK (category IN ('tools', 'maintenance', 'support', 'channels', 'dedicated', 'playbooks',
    'account-team', 'responsibilities', 'pillars', 'accelerators', 'success-services', 'communities', 'workshops',
    'scripts')),
  tags TEXT,
  aliases TEXT,
  body TEXT,
  available TEXT CHECK (available IN ('yes', 'partly', 'no')),
  workaround TEXT,
  since TEXT,
  links TEXT,
  related TEXT,
  source TEXT,
  url TEXT,
  checked TEXT CHECK (checked IS date (checked)),
  based_on TEXT
) STRICT;

-- What is kept of any entry beside what it says.
CREATE TABLE reference_mark (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
  notes TEXT,
  checked TEXT CHECK (checked IS date (checked))
) STRICT;

-- An entry and one other thing. A template is named by its key, as those that ship have no id.
CREATE TABLE reference_link (
  id INTEGER PRIMARY KEY,
  account INTEGER REFERENCES account (id) ON DELETE CASCADE,
  plan INTEGER REFERENCES plan (id) ON DELETE CASCADE,
  task INTEGER REFERENCES task (id) ON DELETE CASCADE,
  template TEXT,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  CHECK ((account IS NOT NULL) + (plan IS NOT NULL) + (task IS NOT NULL) + (template IS NOT NULL) = 1)
) STRICT;
CREATE INDEX reference_link_account ON reference_link (account);
CREATE INDEX reference_link_plan ON reference_link (plan);
CREATE INDEX reference_link_task ON reference_link (task);

-- Which entries were opened on this machine, and when, in microseconds since 1970.
CREATE TABLE local_reference_recent (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  opened INTEGER NOT NULL
) STRICT;
