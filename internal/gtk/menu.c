//go:build linux && (dev || production)

#include "window.h"
#include "_cgo_export.h"

#define ID "cairn-id"
#define HANDLER "cairn-handler"

/* A tick is set by the page alone: GTK has flipped it, so it is flipped back. */
static void keep_tick(GtkWidget *item) {
  if (!GTK_IS_CHECK_MENU_ITEM(item)) return;
  GtkCheckMenuItem *check = GTK_CHECK_MENU_ITEM(item);
  gulong *handler = g_object_get_data(G_OBJECT(item), HANDLER);
  g_signal_handler_block(item, *handler);
  gtk_check_menu_item_set_active(check, !gtk_check_menu_item_get_active(check));
  g_signal_handler_unblock(item, *handler);
}

static void activated(GtkWidget *item, gpointer click) {
  keep_tick(item);
  cairnClicked((uintptr_t)click, g_object_get_data(G_OBJECT(item), ID));
}

static GtkWidget *column(GtkWindow *window) {
  return gtk_bin_get_child(GTK_BIN(window));
}

static GtkWidget *find_bar(GtkWidget *box) {
  GtkWidget *bar = NULL;
  GList *children = gtk_container_get_children(GTK_CONTAINER(box));
  for (GList *child = children; child && !bar; child = child->next)
    if (GTK_IS_MENU_BAR(child->data)) bar = child->data;
  g_list_free(children);
  return bar;
}

GtkWidget *cairn_empty_bar(GtkWindow *window) {
  GtkWidget *box = column(window);
  GtkWidget *bar = find_bar(box);
  if (!bar) {
    bar = gtk_menu_bar_new();
    gtk_box_pack_start(GTK_BOX(box), bar, FALSE, FALSE, 0);
    gtk_box_reorder_child(GTK_BOX(box), bar, 0);
    gtk_widget_show(bar);
  }
  gtk_container_foreach(GTK_CONTAINER(bar), (GtkCallback)gtk_widget_destroy, NULL);
  return bar;
}

GtkWidget *cairn_menu(GtkWidget *bar, const char *title) {
  GtkWidget *head = gtk_menu_item_new_with_label(title);
  GtkWidget *menu = gtk_menu_new();
  gtk_menu_item_set_submenu(GTK_MENU_ITEM(head), menu);
  gtk_menu_shell_append(GTK_MENU_SHELL(bar), head);
  gtk_widget_show(head);
  return menu;
}

GtkWidget *cairn_item(GtkWidget *menu, const char *id, const char *accelerator, int check, uintptr_t click) {
  GtkWidget *item = check ? gtk_check_menu_item_new_with_label("") : gtk_menu_item_new_with_label("");
  guint key = 0;
  GdkModifierType held = 0;
  gtk_accelerator_parse(accelerator, &key, &held);
  if (key) gtk_accel_label_set_accel(GTK_ACCEL_LABEL(gtk_bin_get_child(GTK_BIN(item))), key, held);
  g_object_set_data_full(G_OBJECT(item), ID, g_strdup(id), g_free);
  gulong *handler = g_new(gulong, 1);
  *handler = g_signal_connect(item, "activate", G_CALLBACK(activated), (gpointer)click);
  g_object_set_data_full(G_OBJECT(item), HANDLER, handler, g_free);
  gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
  gtk_widget_show(item);
  return item;
}

void cairn_rule(GtkWidget *menu) {
  GtkWidget *rule = gtk_separator_menu_item_new();
  gtk_menu_shell_append(GTK_MENU_SHELL(menu), rule);
  gtk_widget_show(rule);
}

void cairn_say(GtkWidget *item, const char *label, int enabled, int on) {
  gtk_menu_item_set_label(GTK_MENU_ITEM(item), label);
  gtk_widget_set_sensitive(item, enabled);
  if (GTK_IS_CHECK_MENU_ITEM(item) && gtk_check_menu_item_get_active(GTK_CHECK_MENU_ITEM(item)) != on) {
    gulong *handler = g_object_get_data(G_OBJECT(item), HANDLER);
    g_signal_handler_block(item, *handler);
    gtk_check_menu_item_set_active(GTK_CHECK_MENU_ITEM(item), on);
    g_signal_handler_unblock(item, *handler);
  }
}
