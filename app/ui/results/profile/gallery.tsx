import { filePath, type ResultFile } from "#app/domain/results/profile/file.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { sizeWords, typeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Evidence } from "#app/ui/marks/evidence.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** A small picture in its own proportions, so that nothing moves when it arrives; `title` says what it shows. */
export function Picture(props: { file: ResultFile; lang: string }) {
  const { title, smallWidth, smallHeight, width } = props.file;
  const [whole, small] = [filePath(props.file), filePath(props.file, "small")];
  return (
    <img
      src={small}
      srcSet={`${small} ${smallWidth}w, ${whole} ${width}w`}
      sizes="(min-width: 40rem) 20rem, 92vw"
      width={smallWidth ?? undefined}
      height={smallHeight ?? undefined}
      alt={title}
      lang={props.lang}
      loading="lazy"
      decoding="async"
    />
  );
}

/** What a result shows in pictures, and the documents with it; each section only where there is something. */
export function ResultFiles(props: { files: readonly ResultFile[]; lang: string }) {
  const { t, format } = useLanguage();
  const { lang } = props;
  const images = props.files.filter(({ kind }) => kind === "IMAGE");
  const documents = props.files.filter(({ kind }) => kind === "DOCUMENT");
  return (
    <>
      {images.length > 0 ? (
        <Section id="pictures" title={t("profile:page.pictures")}>
          <ul className="gallery">
            {images.map((file) => (
              <li key={file.id}>
                <figure>
                  <a href={filePath(file)}>
                    <Picture file={file} lang={lang} />
                  </a>
                  <figcaption className="s" aria-hidden="true" lang={lang}>
                    {file.title}
                  </figcaption>
                </figure>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {documents.length > 0 ? (
        <Section id="documents" title={t("profile:page.documents")}>
          <ul className="files">
            {documents.map((file) => (
              <li key={file.id}>
                <Evidence
                  href={filePath(file)}
                  title={<span lang={lang}>{file.title || file.name}</span>}
                  meta={[
                    typeWords(file.mediaType),
                    sizeWords(file.sizeBytes, format.number),
                    shortHash(file.sha256),
                  ].join(" · ")}
                />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
