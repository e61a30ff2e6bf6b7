import acceptance from "#app/platform/languages/vi/acceptance.json";
import accounts from "#app/platform/languages/vi/accounts.json";
import amendments from "#app/platform/languages/vi/amendments.json";
import appraisals from "#app/platform/languages/vi/appraisals.json";
import authorship from "#app/platform/languages/vi/authorship.json";
import calls from "#app/platform/languages/vi/calls.json";
import catalogue from "#app/platform/languages/vi/catalogue.json";
import challenges from "#app/platform/languages/vi/challenges.json";
import checklist from "#app/platform/languages/vi/checklist.json";
import clock from "#app/platform/languages/vi/clock.json";
import closing from "#app/platform/languages/vi/closing.json";
import common from "#app/platform/languages/vi/common.json";
import consultation from "#app/platform/languages/vi/consultation.json";
import council from "#app/platform/languages/vi/council.json";
import desk from "#app/platform/languages/vi/desk.json";
import distributions from "#app/platform/languages/vi/distributions.json";
import errors from "#app/platform/languages/vi/errors.json";
import exits from "#app/platform/languages/vi/exits.json";
import exports from "#app/platform/languages/vi/exports.json";
import failing from "#app/platform/languages/vi/failing.json";
import fieldwork from "#app/platform/languages/vi/fieldwork.json";
import form from "#app/platform/languages/vi/form.json";
import frame from "#app/platform/languages/vi/frame.json";
import home from "#app/platform/languages/vi/home.json";
import house from "#app/platform/languages/vi/house.json";
import inbox from "#app/platform/languages/vi/inbox.json";
import initiatives from "#app/platform/languages/vi/initiatives.json";
import mail from "#app/platform/languages/vi/mail.json";
import money from "#app/platform/languages/vi/money.json";
import monitoring from "#app/platform/languages/vi/monitoring.json";
import motions from "#app/platform/languages/vi/motions.json";
import notices from "#app/platform/languages/vi/notices.json";
import obligations from "#app/platform/languages/vi/obligations.json";
import opinion from "#app/platform/languages/vi/opinion.json";
import organisations from "#app/platform/languages/vi/organisations.json";
import papers from "#app/platform/languages/vi/papers.json";
import partnerships from "#app/platform/languages/vi/partnerships.json";
import performance from "#app/platform/languages/vi/performance.json";
import pictures from "#app/platform/languages/vi/pictures.json";
import profile from "#app/platform/languages/vi/profile.json";
import progress from "#app/platform/languages/vi/progress.json";
import record from "#app/platform/languages/vi/record.json";
import refusals from "#app/platform/languages/vi/refusals.json";
import reports from "#app/platform/languages/vi/reports.json";
import results from "#app/platform/languages/vi/results.json";
import risks from "#app/platform/languages/vi/risks.json";
import search from "#app/platform/languages/vi/search.json";
import share from "#app/platform/languages/vi/share.json";
import similar from "#app/platform/languages/vi/similar.json";
import terms from "#app/platform/languages/vi/terms.json";
import voice from "#app/platform/languages/vi/voice.json";
import work from "#app/platform/languages/vi/work.json";
import workbench from "#app/platform/languages/vi/workbench.json";

/** The Vietnamese sentences. A new namespace is an import here and in the two other languages. */
export const vi = {
  acceptance,
  accounts,
  amendments,
  appraisals,
  authorship,
  calls,
  catalogue,
  challenges,
  checklist,
  clock,
  closing,
  common,
  consultation,
  council,
  desk,
  distributions,
  errors,
  exits,
  exports,
  failing,
  fieldwork,
  form,
  frame,
  home,
  house,
  inbox,
  initiatives,
  mail,
  money,
  monitoring,
  motions,
  notices,
  obligations,
  opinion,
  organisations,
  papers,
  partnerships,
  performance,
  pictures,
  profile,
  progress,
  record,
  refusals,
  reports,
  results,
  risks,
  search,
  share,
  similar,
  terms,
  voice,
  work,
  workbench,
};

/** The shape that all languages share. */
export type Messages = typeof vi;
