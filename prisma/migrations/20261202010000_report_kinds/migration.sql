-- What becomes of the rights in a published result is reported as well. The new values are used from the next migration on.
ALTER TYPE "ResultReportKind" ADD VALUE 'RIGHT';
ALTER TYPE "ResultReportKind" ADD VALUE 'RIGHT_EVENT';
