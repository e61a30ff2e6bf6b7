import type { ReactNode } from "react";
import { DemoBanner, SkipLink } from "#app/ui/frame/banner.tsx";
import { Footer, type FooterProps } from "#app/ui/frame/footer.tsx";
import { Header, type HeaderProps } from "#app/ui/frame/header.tsx";
import { Symbols } from "#app/ui/frame/symbols.tsx";

export type FrameProps = HeaderProps & Omit<FooterProps, "signedIn"> & { demo: boolean; children: ReactNode };

/** The body of every page: what stands above and beneath the route's `<Page>`. */
export function Frame(props: FrameProps) {
  return (
    <>
      <Symbols />
      <SkipLink />
      {props.demo ? <DemoBanner /> : null}
      <Header path={props.path} area={props.area} person={props.person} search={props.search} />
      {props.children}
      <Footer newest={props.newest} madeAt={props.madeAt} signedIn={props.person !== null} />
    </>
  );
}
