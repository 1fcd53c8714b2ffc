"""What careerpath has to say, in the formats of other programs: checklists and calendars."""
