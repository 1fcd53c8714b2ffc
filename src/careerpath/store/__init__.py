"""Profiles, quiz drafts and history in one SQLite file that nobody but its owner can read; see `store.Store`."""
