-- Campaigns, findings and recommendations are subjects of the record, of clocks and of notices. New values are used from the next migration on.
ALTER TYPE "SubjectType" ADD VALUE 'CAMPAIGN';
ALTER TYPE "SubjectType" ADD VALUE 'FINDING';
ALTER TYPE "SubjectType" ADD VALUE 'RECOMMENDATION';
