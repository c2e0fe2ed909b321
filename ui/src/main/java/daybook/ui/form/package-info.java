/** What the forms of all pages have in common. Start at {@link daybook.ui.form.Attempt}. */
package daybook.ui.form;
