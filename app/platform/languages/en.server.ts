import acceptance from "#app/platform/languages/en/acceptance.json";
import accounts from "#app/platform/languages/en/accounts.json";
import amendments from "#app/platform/languages/en/amendments.json";
import appraisals from "#app/platform/languages/en/appraisals.json";
import authorship from "#app/platform/languages/en/authorship.json";
import calls from "#app/platform/languages/en/calls.json";
import catalogue from "#app/platform/languages/en/catalogue.json";
import challenges from "#app/platform/languages/en/challenges.json";
import checklist from "#app/platform/languages/en/checklist.json";
import clock from "#app/platform/languages/en/clock.json";
import closing from "#app/platform/languages/en/closing.json";
import common from "#app/platform/languages/en/common.json";
import consultation from "#app/platform/languages/en/consultation.json";
import council from "#app/platform/languages/en/council.json";
import desk from "#app/platform/languages/en/desk.json";
import distributions from "#app/platform/languages/en/distributions.json";
import errors from "#app/platform/languages/en/errors.json";
import exits from "#app/platform/languages/en/exits.json";
import exports from "#app/platform/languages/en/exports.json";
import failing from "#app/platform/languages/en/failing.json";
import fieldwork from "#app/platform/languages/en/fieldwork.json";
import form from "#app/platform/languages/en/form.json";
import frame from "#app/platform/languages/en/frame.json";
import home from "#app/platform/languages/en/home.json";
import house from "#app/platform/languages/en/house.json";
import inbox from "#app/platform/languages/en/inbox.json";
import initiatives from "#app/platform/languages/en/initiatives.json";
import mail from "#app/platform/languages/en/mail.json";
import money from "#app/platform/languages/en/money.json";
import monitoring from "#app/platform/languages/en/monitoring.json";
import motions from "#app/platform/languages/en/motions.json";
import notices from "#app/platform/languages/en/notices.json";
import obligations from "#app/platform/languages/en/obligations.json";
import opinion from "#app/platform/languages/en/opinion.json";
import organisations from "#app/platform/languages/en/organisations.json";
import papers from "#app/platform/languages/en/papers.json";
import partnerships from "#app/platform/languages/en/partnerships.json";
import performance from "#app/platform/languages/en/performance.json";
import pictures from "#app/platform/languages/en/pictures.json";
import profile from "#app/platform/languages/en/profile.json";
import progress from "#app/platform/languages/en/progress.json";
import record from "#app/platform/languages/en/record.json";
import refusals from "#app/platform/languages/en/refusals.json";
import reports from "#app/platform/languages/en/reports.json";
import results from "#app/platform/languages/en/results.json";
import risks from "#app/platform/languages/en/risks.json";
import search from "#app/platform/languages/en/search.json";
import share from "#app/platform/languages/en/share.json";
import similar from "#app/platform/languages/en/similar.json";
import terms from "#app/platform/languages/en/terms.json";
import voice from "#app/platform/languages/en/voice.json";
import work from "#app/platform/languages/en/work.json";
import workbench from "#app/platform/languages/en/workbench.json";

export const en = {
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
