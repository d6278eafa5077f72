/** Everybody is Sari; nobody may end anything. */
export const authenticate = () => ({ name: 'Sari Wulandari', nik: '2015014321' });
export const authorize = (_actor: object, action: string) => action !== 'endBetaApp';
