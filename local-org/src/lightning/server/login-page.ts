/** The page where people log in. */
import { escapeHtml, STYLE_SHEET } from './html.ts';

export interface LoginForm {
  readonly orgName: string;
  readonly username: string;
  readonly startUrl: string;
  readonly error: string | undefined;
}

/** The platform's wording for any login that fails: it does not tell whether the user exists. */
export const LOGIN_FAILED =
  "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";

export function loginPage(form: LoginForm): string {
  const error =
    form.error === undefined
      ? ''
      : `<div class="slds-text-color_error slds-m-bottom_small" id="error" role="alert">${escapeHtml(form.error)}</div>`;
  const invalid = form.error === undefined ? '' : ' aria-describedby="error"';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Login | ${escapeHtml(form.orgName)}</title>
<link rel="icon" href="/_app/icon.svg">
<link rel="stylesheet" href="${STYLE_SHEET}">
<style>
html, body { background: #f4f6f9; }
main { max-width: 25rem; margin: 0 auto; padding: 10vh 1rem 2rem; }
.logo { display: block; width: 6rem; margin: 0 auto 1.5rem; }
</style>
</head>
<body>
<main>
<svg class="logo" viewBox="0 0 100 70" aria-hidden="true"><use href="/_app/icon.svg#cloud"></use></svg>
<h1 class="slds-text-heading_medium slds-text-align_center slds-m-bottom_medium">${escapeHtml(form.orgName)}</h1>
<form class="slds-box slds-theme_default" method="post" action="/login">
${error}
<input type="hidden" name="startURL" value="${escapeHtml(form.startUrl)}">
<div class="slds-form-element slds-m-bottom_small">
<label class="slds-form-element__label" for="username">Username</label>
<div class="slds-form-element__control"><input class="slds-input" type="text" id="username" name="username" value="${escapeHtml(form.username)}" autocomplete="username" autocapitalize="off" spellcheck="false" required${invalid}${form.username === '' ? ' autofocus' : ''}></div>
</div>
<div class="slds-form-element slds-m-bottom_medium">
<label class="slds-form-element__label" for="password">Password</label>
<div class="slds-form-element__control"><input class="slds-input" type="password" id="password" name="password" autocomplete="current-password" required${invalid}${form.username === '' ? '' : ' autofocus'}></div>
</div>
<button class="slds-button slds-button_brand slds-button_stretch" id="Login" type="submit">Log In</button>
</form>
</main>
</body>
</html>`;
}
