package app

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"cairn/db"
	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/prefs"
	"cairn/internal/workspace"
)

// What the bridge does to types: a context becomes a parameter of the page, a
// time.Time becomes any, a pointer may be missing, a field without a tag
// crosses under another name than the page expects, and more than two bare
// parameters are mixed up sooner or later.
func TestBoundMethods(t *testing.T) {
	for _, bound := range frame(nil, &keep{}, newWindow(prefs.Nowhere())).Bind {
		methods := reflect.TypeOf(bound)
		if methods.NumMethod() == 0 {
			t.Errorf("%s is bound and has no method", methods)
		}
		for i := range methods.NumMethod() {
			method := methods.Method(i)
			t.Run(methods.Elem().Name()+"."+method.Name, func(t *testing.T) {
				checkResults(t, method.Type)
				checkParameters(t, method.Type)
			})
		}
	}
}

func checkResults(t *testing.T, method reflect.Type) {
	t.Helper()
	last := method.NumOut() - 1
	if last < 0 || last > 1 || method.Out(last) != reflect.TypeFor[error]() {
		t.Fatal("the result is neither (T, error) nor error")
	}
	if last == 1 {
		checkType(t, "the result", method.Out(0))
	}
}

func checkParameters(t *testing.T, method reflect.Type) {
	t.Helper()
	count := method.NumIn() - 1 // without the receiver
	for i := 1; i <= count; i++ {
		checkType(t, "a parameter", method.In(i))
		if method.In(i).Kind() == reflect.Struct && count > 1 {
			t.Error("an input struct stands alone")
		}
	}
	if count > 2 {
		t.Errorf("%d parameters: more than two want an input struct", count)
	}
}

func checkType(t *testing.T, where string, typ reflect.Type) {
	t.Helper()
	if strings.Contains(typ.Name(), "[") {
		t.Errorf("%s: %s is generic", where, typ)
	}
	if typ == reflect.TypeFor[plan.Body]() {
		return // the page knows its fields by the kind of the aspect, and the plan checks each
	}
	switch typ.Kind() {
	case reflect.Bool, reflect.Int, reflect.Float64, reflect.String:
	case reflect.Slice:
		checkType(t, where, typ.Elem())
	case reflect.Struct:
		checkFields(t, where, typ)
	default: // pointers, maps, interfaces, contexts, channels, functions, sized integers
		t.Errorf("%s: a %s does not cross", where, typ)
	}
}

func checkFields(t *testing.T, where string, typ reflect.Type) {
	t.Helper()
	if !strings.HasPrefix(typ.PkgPath(), "cairn/") {
		t.Errorf("%s: %s is not a type of ours", where, typ)
		return
	}
	for _, field := range reflect.VisibleFields(typ) {
		name := typ.Name() + "." + field.Name
		tag := field.Tag.Get("json")
		switch {
		case field.Anonymous: // its fields follow
		case !field.IsExported():
			t.Errorf("%s: %s is lost on the way", where, name)
		case tag == "" || strings.ContainsAny(tag, ",-_") || strings.ToLower(tag[:1]) != tag[:1]:
			t.Errorf("%s: %s crosses as %q", where, name, tag)
		default:
			checkType(t, where+": "+name, field.Type)
		}
	}
}

// A nil slice crosses as null, and the page would have to expect both.
func TestSlicesAreNeverNil(t *testing.T) {
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	k := v.k
	opening, err := v.Start(plan.Me, "My plan")
	noNil(t, "Vault.Start", opening, err)
	begin, err := beginningOf(k, v.w)
	noNil(t, "begin.json", *begin.Opening, err)
	all, err := k.client()
	noNil(t, "client.json", all, err)
	trash, err := (&Trash{k}).List()
	noNil(t, "Trash.List", trash, err)

	backups := &Backups{k: k, w: v.w}
	listed, err := backups.List()
	noNil(t, "Backups.List", listed, err)
	noNil(t, "Backups.Inside", insideOf(db.Inside{}), nil)

	noNil(t, "Exchange.Choose", preview("", "", interop.Import{}), nil)

	items := &Items{k}
	added, err := items.Add(workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID}, Title: "Write"})
	noNil(t, "Items.Add", added, err)
	column, err := (&Board{k}).AddColumn(workspace.NewColumn{PlanID: all.Plans[0].ID, State: plan.Parked})
	noNil(t, "Board.AddColumn", column, err)
	deleted, err := items.Delete([]string{added.Focus})
	noNil(t, "Items.Delete", deleted, err)
	trash, err = (&Trash{k}).List()
	noNil(t, "Trash.List of one", trash, err)
	undone, err := (&History{k}).Undo()
	noNil(t, "History.Undo", undone, err)
	opened, err := (&Plans{k}).Open(all.Plans[0].ID)
	noNil(t, "Plans.Open", opened, err)
	client, err := (&Plans{k}).AddClient("Somebody")
	noNil(t, "Plans.AddClient", client, err)
}

func noNil(t *testing.T, name string, result any, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	walkNil(t, name, reflect.ValueOf(result))
}

func walkNil(t *testing.T, name string, value reflect.Value) {
	t.Helper()
	switch value.Kind() {
	case reflect.Slice:
		if value.IsNil() {
			t.Errorf("%s is nil", name)
		}
		for i := range value.Len() {
			walkNil(t, name, value.Index(i))
		}
	case reflect.Struct:
		for i := range value.NumField() {
			walkNil(t, name+"."+value.Type().Field(i).Name, value.Field(i))
		}
	default: // holds no slice
	}
}
