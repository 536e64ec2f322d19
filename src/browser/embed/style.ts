const LIGHT =
  '--ink:#17212b;--soft:#4b5863;--ground:#fff;--rule:#d3dbe2;--edge:#76838f;--link:#1f4488;--leaf:#1c6743;--red:#a02a18;--amber:#745000;--fill:#1f4488;--on:#fff';
const DARK: Readonly<Record<string, string>> = {
  ink: '#e6ebf0',
  soft: '#adb9c5',
  ground: '#171f29',
  rule: '#2f3c4a',
  edge: '#7d8b99',
  link: '#a3c1f7',
  leaf: '#8ad9ae',
  red: '#ffa596',
  amber: '#f2cb74',
  fill: '#a3c1f7',
  on: '#0f151c',
};

const both = LIGHT.split(';')
  .map((pair) => {
    const [name = '', light = ''] = pair.slice(2).split(':');
    return `--${name}:light-dark(${light},${DARK[name]})`;
  })
  .join(';');

/**
 * Rules of the shadow trees. What the page around would pass down is taken back at the host, `!important`, which within a shadow
 * tree beats the page's own `!important`; its color-scheme alone is taken over.
 */
export const CSS = `
:host{all:initial!important;display:block!important;color-scheme:inherit!important;min-width:0!important;max-width:100%!important;${LIGHT}}
@supports (color:light-dark(red,red)){:host{${both}}}
:host([theme=light]){color-scheme:light!important}
:host([theme=dark]){color-scheme:dark!important}
:host([theme=auto]){color-scheme:light dark!important}
:host([hidden]){display:none!important}
*{box-sizing:border-box;margin:0;padding:0}
.box{container-type:inline-size;color:var(--ink);background:var(--ground);border:1px solid var(--rule);border-radius:4px;padding:12px 16px;font:16px/1.65 "Noto Sans Thai Looped","Leelawadee UI",Thonburi,"Noto Sans Thai",sans-serif;overflow-wrap:anywhere;text-align:start}
.title{font-weight:700;font-size:17px}
.small{font-size:14px;color:var(--soft)}
a{color:var(--link);text-underline-offset:3px}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
ul{list-style:none}
li{padding:8px 0;border-top:1px solid var(--rule)}
li a,.title a{display:inline-block;padding:2px 0}
.box>*+*{margin-top:8px}
dl>div{display:flex;flex-wrap:wrap;gap:0 8px}
dt{color:var(--soft)}
dd{font-weight:600}
.doubt{color:var(--red);font-weight:600}
.badge,.stamp{display:inline-block;border:1px solid;border-radius:3px;padding:0 8px;font-weight:700;color:var(--amber)}
.stamp{border:3px double}
.in-force{color:var(--leaf)}
.cancelled,.superseded,.expired{color:var(--red)}
label{display:block;font-weight:600}
.row{display:flex;flex-wrap:wrap;gap:8px}
input{flex:1 1 120px;min-width:0;width:0;min-height:44px;padding:4px 12px;font:inherit;color:inherit;background:var(--ground);border:2px solid var(--edge);border-radius:3px}
button{min-height:44px;padding:4px 16px;font:inherit;font-weight:600;color:var(--on);background:var(--fill);border:1px solid var(--fill);border-radius:3px;cursor:pointer}
@container (max-width:260px){button{flex:1 1 100%}input{flex-basis:100%}}
`;
