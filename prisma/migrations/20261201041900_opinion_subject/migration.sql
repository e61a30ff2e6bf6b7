-- Signals of public opinion are subjects of the record. The new value is used from the next migration on.
ALTER TYPE "SubjectType" ADD VALUE 'OPINION';
