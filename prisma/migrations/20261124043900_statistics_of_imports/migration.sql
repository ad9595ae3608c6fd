-- An import writes thousands of seats, and millions of votes, that nobody else sees until it is done. Where the statistics of these
-- tables are those of before, or are made anew meanwhile by somebody who does not see the rows, each check of a vote's seat may
-- read all seats of the room. The app's role may not look at a table for its statistics, so functions of the owner do. What they
-- look at is held, until the import is done, against being looked at by others; nobody's reading or writing waits for that.
CREATE FUNCTION "count_seats_anew"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE "Participant";
END $$;

CREATE FUNCTION "count_votes_anew"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE "Vote";
  ANALYZE "VoteEvent";
END $$;
