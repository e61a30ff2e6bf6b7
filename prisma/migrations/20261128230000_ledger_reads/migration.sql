-- National totals read the capital shares of one day of every agreement: of a long history only the rows that are known
-- to hold.
CREATE INDEX share_schedule_known_capital ON share_schedule (agreement_id, valid_from, valid_to, id)
  WHERE superseded_at IS NULL AND dimension = 'CAPITAL';
