#ifndef CAIRN_GTK_WINDOW_H
#define CAIRN_GTK_WINDOW_H

#include <gtk/gtk.h>
#include <stdint.h>

/* A rectangle in the coordinates of all screens together. */
typedef struct {
  int x, y, width, height;
} cairn_rect;

/* Runs the Go function behind the handle on GTK's thread: before anything is drawn again, */
void cairn_soon(uintptr_t handle);
/* or after all that waits there already. */
void cairn_later(uintptr_t handle);

/* The window that Wails made; NULL while it is not there. All below runs on GTK's thread. */
GtkWindow *cairn_window(void);

/* The bar at the top of the window, without anything in it. */
GtkWidget *cairn_empty_bar(GtkWindow *window);
GtkWidget *cairn_menu(GtkWidget *bar, const char *title);
GtkWidget *cairn_item(GtkWidget *menu, const char *id, const char *accelerator, int check, uintptr_t click);
void cairn_rule(GtkWidget *menu);
void cairn_say(GtkWidget *item, const char *label, int enabled, int on);

/* 0: as the system, 1: light, 2: dark. */
void cairn_theme(int theme);

/* Gives the window and its bar of menus these colours, as CSS writes them; a high-contrast theme keeps its own. */
void cairn_colour(GtkWindow *window, const char *ground, const char *ink);
void cairn_spelling(GtkWindow *window, int on);

int cairn_screens(cairn_rect *screens, int most);
cairn_rect cairn_where(GtkWindow *window);
int cairn_fills_screen(GtkWindow *window);

#endif
