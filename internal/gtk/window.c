//go:build linux && (dev || production)

#include "window.h"
#include "_cgo_export.h"
#include <webkit2/webkit2.h>
#include <string.h>

static gboolean run(gpointer handle) {
  cairnRun((uintptr_t)handle);
  return G_SOURCE_REMOVE;
}

void cairn_soon(uintptr_t handle) {
  g_idle_add_full(G_PRIORITY_HIGH, run, (gpointer)handle, NULL);
}

/* Once more round: what Wails adds before the loop begins goes first. */
static gboolean again(gpointer handle) {
  g_idle_add(run, handle);
  return G_SOURCE_REMOVE;
}

void cairn_later(uintptr_t handle) {
  g_idle_add(again, (gpointer)handle);
}

/* Wails names the box around the web view; no dialog has one. */
static GtkWidget *web_box(GtkWidget *window) {
  GtkWidget *box = GTK_IS_BIN(window) ? gtk_bin_get_child(GTK_BIN(window)) : NULL;
  GtkWidget *found = NULL;
  if (!GTK_IS_BOX(box)) return NULL;
  GList *children = gtk_container_get_children(GTK_CONTAINER(box));
  for (GList *child = children; child && !found; child = child->next)
    if (strcmp(gtk_widget_get_name(child->data), "webview-box") == 0) found = child->data;
  g_list_free(children);
  return found;
}

GtkWindow *cairn_window(void) {
  GtkWindow *found = NULL;
  GList *all = gtk_window_list_toplevels();
  for (GList *one = all; one && !found; one = one->next)
    if (web_box(one->data)) found = GTK_WINDOW(one->data);
  g_list_free(all);
  return found;
}

/* ── light and dark ── */

static int wanted = 0;
static gboolean begun = FALSE, began_dark = FALSE;
static GSettings *desktop = NULL;

static gboolean system_is_dark(void) {
  if (began_dark) return TRUE;
  if (!desktop) return FALSE;
  gchar *scheme = g_settings_get_string(desktop, "color-scheme");
  gboolean dark = g_strcmp0(scheme, "prefer-dark") == 0;
  g_free(scheme);
  return dark;
}

static void put_theme(void) {
  gboolean dark = wanted == 2 || (wanted == 0 && system_is_dark()), was;
  GtkSettings *settings = gtk_settings_get_default();
  g_object_get(settings, "gtk-application-prefer-dark-theme", &was, NULL);
  if (dark != was) g_object_set(settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

/* GTK 3 does not follow the switch that today's desktops have; it is read here. */
static void begin_theme(void) {
  begun = TRUE;
  g_object_get(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", &began_dark, NULL);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default();
  if (!source) return;
  GSettingsSchema *schema = g_settings_schema_source_lookup(source, "org.gnome.desktop.interface", TRUE);
  if (!schema) return;
  if (g_settings_schema_has_key(schema, "color-scheme")) {
    desktop = g_settings_new_full(schema, NULL, NULL);
    g_signal_connect(desktop, "changed::color-scheme", G_CALLBACK(put_theme), NULL);
  }
  g_settings_schema_unref(schema);
}

void cairn_theme(int theme) {
  if (!begun) begin_theme();
  wanted = theme;
  put_theme();
}

static gboolean high_contrast(void) {
  gchar *name = NULL;
  g_object_get(gtk_settings_get_default(), "gtk-theme-name", &name, NULL);
  gboolean high = name && g_str_has_prefix(name, "HighContrast");
  g_free(name);
  return high;
}

void cairn_colour(GtkWindow *window, const char *ground, const char *ink) {
  static GtkCssProvider *colours = NULL;
  if (!colours) {
    gtk_widget_set_name(GTK_WIDGET(window), "cairn");
    colours = gtk_css_provider_new();
    gtk_style_context_add_provider_for_screen(
        gdk_screen_get_default(), GTK_STYLE_PROVIDER(colours), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  }
  gchar *css = high_contrast() ? g_strdup("") : g_strdup_printf(
      "#cairn { background: %s; }"
      "menubar { background: %s; color: %s; border: none; box-shadow: none; }"
      "menubar > menuitem:hover { background: alpha(%s, 0.09); color: %s; box-shadow: none; }",
      ground, ground, ink, ink, ink);
  gtk_css_provider_load_from_data(colours, css, -1, NULL);
  g_free(css);
}

/* ── spelling ── */

/* The languages of the user that can name a dictionary: de_AT, de, not C or de_AT.UTF-8. */
static GPtrArray *languages(void) {
  GPtrArray *kept = g_ptr_array_new();
  for (const gchar *const *name = g_get_language_names(); *name; name++)
    if (!strpbrk(*name, ".@") && strcmp(*name, "C") != 0 && strcmp(*name, "POSIX") != 0)
      g_ptr_array_add(kept, (gpointer)*name);
  if (kept->len == 0) g_ptr_array_add(kept, "en_US");
  g_ptr_array_add(kept, NULL);
  return kept;
}

void cairn_spelling(GtkWindow *window, int on) {
  GList *views = gtk_container_get_children(GTK_CONTAINER(web_box(GTK_WIDGET(window))));
  WebKitWebContext *context = webkit_web_view_get_context(WEBKIT_WEB_VIEW(views->data));
  GPtrArray *known = languages();
  webkit_web_context_set_spell_checking_languages(context, (const gchar *const *)known->pdata);
  webkit_web_context_set_spell_checking_enabled(context, on);
  g_ptr_array_free(known, TRUE);
  g_list_free(views);
}

/* ── place ── */

int cairn_screens(cairn_rect *screens, int most) {
  GdkDisplay *display = gdk_display_get_default();
  GdkMonitor *primary = gdk_display_get_primary_monitor(display);
  int count = 0;
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < gdk_display_get_n_monitors(display) && count < most; i++) {
      GdkMonitor *monitor = gdk_display_get_monitor(display, i);
      if ((monitor == primary) != (pass == 0)) continue;
      GdkRectangle area;
      gdk_monitor_get_workarea(monitor, &area);
      screens[count++] = (cairn_rect){area.x, area.y, area.width, area.height};
    }
  return count;
}

cairn_rect cairn_where(GtkWindow *window) {
  cairn_rect where;
  gtk_window_get_position(window, &where.x, &where.y);
  gtk_window_get_size(window, &where.width, &where.height);
  return where;
}

int cairn_fills_screen(GtkWindow *window) {
  GdkWindow *shown = gtk_widget_get_window(GTK_WIDGET(window));
  return shown && (gdk_window_get_state(shown) & GDK_WINDOW_STATE_FULLSCREEN) != 0;
}
