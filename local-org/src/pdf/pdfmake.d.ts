/** The part of pdfmake that is used here. */
declare module 'pdfmake' {
  interface OutputDocument {
    getBuffer(): Promise<Uint8Array>;
  }
  interface PdfMake {
    setFonts(fonts: object): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    createPdf(definition: object): OutputDocument;
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}

declare module 'pdfmake/fonts/Roboto.js' {
  const fonts: Readonly<Record<string, object>>;
  export default fonts;
}

declare module 'pdfmake/standard-fonts/*.js' {
  const fonts: Readonly<Record<string, object>>;
  export default fonts;
}
