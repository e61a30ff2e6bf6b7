import type { FoundVisit, ShownPhotograph } from "#app/domain/monitoring/field-work/field-work.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Foreign } from "#app/ui/foreign.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { postWord } from "#app/ui/record/entry-words.ts";

/** When, where, of what and with whom. */
export function VisitFacts({ visit }: { visit: FoundVisit }) {
  const { lang, t, format } = useLanguage();
  return (
    <Facts
      facts={[
        { term: t("fieldwork:onDay"), value: format.date(visit.onDay) },
        {
          term: t("fieldwork:subject"),
          value: <a href={`/${lang}/monitoring/assessments/${visit.unitId}`}>{visit.subjectKey}</a>,
        },
        {
          term: t("fieldwork:place"),
          value: <Foreign lang={visit.language}>{visit.place}</Foreign>,
        },
        {
          term: t("fieldwork:met"),
          value: (
            <Foreign lang={visit.language} badge={false}>
              {visit.met.join("; ")}
            </Foreign>
          ),
        },
      ]}
    />
  );
}

/** Who was there and who signed: the public reads posts, the own body names. */
export function Presences({ presences }: Pick<FoundVisit, "presences">) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("fieldwork:present")}
      columns={[{ label: t("fieldwork:present"), heads: true }, { label: t("fieldwork:signed") }]}
      rows={presences.map((one, place) => ({
        key: `${one.post} ${place}`,
        cells: [
          <>
            {one.name ?? postWord(t, one.post)}
            {one.name ? <small className="soft"> {one.post}</small> : null}
          </>,
          one.signedAt ? format.date(format.dayOf(one.signedAt)) : t("fieldwork:notSigned"),
        ],
      }))}
    />
  );
}

/** The photographs: to everybody the copies; to their own body the originals too, and the choice who sees them. */
export function Photographs(props: { photographs: readonly ShownPhotograph[]; isInside: boolean; mayChoose: boolean }) {
  const { lang, t, format } = useLanguage();
  return (
    <div className="gallery">
      {props.photographs.map((photo) => (
        <figure key={photo.id} className="flow tight">
          <img
            src={`/${lang}/monitoring/photographs/${photo.id}/copy`}
            alt={photo.alt}
            lang={photo.language}
            width={photo.width}
            height={photo.height}
            loading="lazy"
          />
          <figcaption className="flow tight">
            <p>
              <Foreign lang={photo.language}>{photo.caption}</Foreign>{" "}
              {props.isInside && !photo.isPublic ? <Tag>{t("fieldwork:inside")}</Tag> : null}
            </p>
            <p className="s soft">
              {t("fieldwork:takenOn", { date: format.date(photo.takenOn) })}.{" "}
              <span className="nw">{t("fieldwork:originalHash", { hash: shortHash(photo.originalSha256) })}</span>
              {props.isInside ? (
                <>
                  {" "}
                  <a href={`/${lang}/monitoring/photographs/${photo.id}/original`}>{t("fieldwork:original")}</a>
                </>
              ) : null}
            </p>
            {props.mayChoose ? <ChooseForm photo={photo} /> : null}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

function ChooseForm({ photo }: { photo: ShownPhotograph }) {
  const { t } = useLanguage();
  return (
    <Form>
      <input type="hidden" name="number" value={photo.number} />
      {photo.isPublic ? null : <input type="hidden" name="isPublic" value="on" />}
      <Submit name="intent" value="choose" look="alt" small>
        {t(photo.isPublic ? "fieldwork:hide" : "fieldwork:show")}
        <span className="vh"> {photo.caption}</span>
      </Submit>
    </Form>
  );
}
