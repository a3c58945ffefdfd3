/** Three bars of a ranking, the first one highest: the icon of the browser's tab. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<rect x="1" y="6" width="4" height="9" rx="1" fill="#8aa4d6"/>
<rect x="6" y="1" width="4" height="14" rx="1" fill="#2f5fb3"/>
<rect x="11" y="9" width="4" height="6" rx="1" fill="#b9c8e6"/>
</svg>
`;
