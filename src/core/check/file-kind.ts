/** The ending of a name in lower case without its dot; empty where there is none. */
export const extensionOf = (name: string): string =>
  /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const asSet = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const WEB = asSet(
  'html htm xhtml xht shtml mht mhtml svg svgz xml xsl xslt xbl htc js mjs cjs wasm swf webarchive',
);
const EXECUTABLE = asSet(
  'exe com scr pif bat cmd msi msp msix appx appinstaller vbs vbe jse wsf wsh wsc sct ps1 psm1 psd1 hta cpl dll sys ocx jar jnlp apk ipa dmg pkg app deb rpm run sh bash zsh command csh ksh py pyw pl rb php phtml asp aspx jsp cgi reg inf scf gadget msc chm hlp one iso img vhd vhdx xll application appref-ms diagcab settingcontent-ms library-ms search-ms',
);
const SHORTCUT = asSet('lnk url webloc desktop website');
const MACROS = asSet('docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm');

/** What a file is by its name, in words, and what to do about it. */
export interface RefusedName {
  readonly is: string;
  readonly fix: string;
}

const KINDS: readonly (readonly [ReadonlySet<string>, RefusedName])[] = [
  [
    WEB,
    {
      is: 'a web page or a part of one',
      fix: 'Print it to PDF and give that, save a drawing as PNG, or put data and source texts into a ZIP archive.',
    },
  ],
  [
    EXECUTABLE,
    {
      is: 'a program or a file that starts one',
      fix: 'Remove it, and name on the page where its maker publishes it.',
    },
  ],
  [SHORTCUT, { is: 'a shortcut', fix: 'Remove it, and write the address on the page as a link.' }],
  [
    MACROS,
    {
      is: 'an Office file with macros',
      fix: 'Save it without macros (DOCX, XLSX, PPTX), or as PDF.',
    },
  ],
];

/** Whether and why a file of this name may not be published; an ending before the last one counts where the last is no real one. */
export const refusedName = (path: string): RefusedName | null => {
  const extension = extensionOf(path.replace(/[.\s]+$/, ''));
  return KINDS.find(([kinds]) => kinds.has(extension))?.[1] ?? null;
};

/** Whether a file within an archive is a program, a shortcut or has macros. */
export const isExecutableName = (name: string): boolean => {
  const extension = extensionOf(name.replace(/[.\s]+$/, ''));
  // Source texts are data for those who unpack them.
  if (/^(?:sh|py|pl|rb|php|js|sys|inf|img|run|app|com)$/.test(extension))
    return extension === 'com';
  return EXECUTABLE.has(extension) || SHORTCUT.has(extension) || MACROS.has(extension);
};
