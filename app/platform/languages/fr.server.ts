import acceptance from "#app/platform/languages/fr/acceptance.json";
import accounts from "#app/platform/languages/fr/accounts.json";
import amendments from "#app/platform/languages/fr/amendments.json";
import appraisals from "#app/platform/languages/fr/appraisals.json";
import authorship from "#app/platform/languages/fr/authorship.json";
import calls from "#app/platform/languages/fr/calls.json";
import catalogue from "#app/platform/languages/fr/catalogue.json";
import challenges from "#app/platform/languages/fr/challenges.json";
import checklist from "#app/platform/languages/fr/checklist.json";
import clock from "#app/platform/languages/fr/clock.json";
import closing from "#app/platform/languages/fr/closing.json";
import common from "#app/platform/languages/fr/common.json";
import consultation from "#app/platform/languages/fr/consultation.json";
import council from "#app/platform/languages/fr/council.json";
import desk from "#app/platform/languages/fr/desk.json";
import distributions from "#app/platform/languages/fr/distributions.json";
import errors from "#app/platform/languages/fr/errors.json";
import exits from "#app/platform/languages/fr/exits.json";
import exports from "#app/platform/languages/fr/exports.json";
import failing from "#app/platform/languages/fr/failing.json";
import fieldwork from "#app/platform/languages/fr/fieldwork.json";
import form from "#app/platform/languages/fr/form.json";
import frame from "#app/platform/languages/fr/frame.json";
import home from "#app/platform/languages/fr/home.json";
import house from "#app/platform/languages/fr/house.json";
import inbox from "#app/platform/languages/fr/inbox.json";
import initiatives from "#app/platform/languages/fr/initiatives.json";
import mail from "#app/platform/languages/fr/mail.json";
import money from "#app/platform/languages/fr/money.json";
import monitoring from "#app/platform/languages/fr/monitoring.json";
import motions from "#app/platform/languages/fr/motions.json";
import notices from "#app/platform/languages/fr/notices.json";
import obligations from "#app/platform/languages/fr/obligations.json";
import opinion from "#app/platform/languages/fr/opinion.json";
import organisations from "#app/platform/languages/fr/organisations.json";
import papers from "#app/platform/languages/fr/papers.json";
import partnerships from "#app/platform/languages/fr/partnerships.json";
import performance from "#app/platform/languages/fr/performance.json";
import pictures from "#app/platform/languages/fr/pictures.json";
import profile from "#app/platform/languages/fr/profile.json";
import progress from "#app/platform/languages/fr/progress.json";
import record from "#app/platform/languages/fr/record.json";
import refusals from "#app/platform/languages/fr/refusals.json";
import reports from "#app/platform/languages/fr/reports.json";
import results from "#app/platform/languages/fr/results.json";
import risks from "#app/platform/languages/fr/risks.json";
import search from "#app/platform/languages/fr/search.json";
import share from "#app/platform/languages/fr/share.json";
import similar from "#app/platform/languages/fr/similar.json";
import terms from "#app/platform/languages/fr/terms.json";
import voice from "#app/platform/languages/fr/voice.json";
import work from "#app/platform/languages/fr/work.json";
import workbench from "#app/platform/languages/fr/workbench.json";

export const fr = {
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
