import '@beta-app/widgets/beta-app-widgets.js';

// The elements and their events have their types with the one script, too.
document.querySelector('beta-store-picker')?.addEventListener('beta-stores-saved', (event) => {
  console.log(event.detail.betaAppId);
});
