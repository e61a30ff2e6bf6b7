-- Calls and offers are a subject of the record, of clocks and of notices. A new value is used from the next migration on.
ALTER TYPE "SubjectType" ADD VALUE 'CALL';
