package db

import (
	"context"
	"database/sql"
	"errors"
	"slices"
)

// Inside is what a vault that is not open holds, as far as one needs it to know it
// again. Changed is when a person did something last (RFC 3339), "" = never.
type Inside struct {
	Plans   []InsidePlan
	Changed string
}

// InsidePlan is a plan and what lies in it outside of the trash. Client is who it
// belongs to, and Alias how a coach calls them; Own is true for the owner of the
// vault.
type InsidePlan struct {
	Client, Alias string
	Own           bool
	Name          string
	Items, Goals  int
	Steps, Done   int // Done is so many of the steps
}

// LookInside reads what a finished copy holds, of whatever version, and changes no
// byte of it.
func LookInside(ctx context.Context, path string) (in Inside, err error) {
	defer func() { err = explain(path, err) }()
	head, err := readHeader(path)
	if err != nil {
		return in, err
	}
	latest, err := latestVersion()
	if err != nil {
		return in, err
	}
	if err := head.fits(path, latest); err != nil {
		return in, err
	}
	one, err := pool(asIs(path), 1)
	if err != nil {
		return in, err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	err = one.QueryRowContext(ctx, "SELECT coalesce(max(done_at), '') FROM journal_step").Scan(&in.Changed)
	if err != nil {
		return in, err
	}
	in.Plans, err = plansInside(ctx, one)
	return in, err
}

// plansInside reads the plans, those of the owner first. Vaults of the first
// versions had one client, who had no alias.
func plansInside(ctx context.Context, one *sql.DB) (plans []InsidePlan, err error) {
	columns, err := belonging{table: "client"}.columnsIn(ctx, one)
	if err != nil {
		return nil, err
	}
	own, alias := "1", "''"
	if slices.Contains(columns, "own") {
		own, alias = "c.own", "c.alias"
	}
	rows, err := one.QueryContext(ctx, `WITH RECURSIVE living (id, plan_id, kind, state) AS (
    SELECT id, plan_id, kind, state FROM item WHERE parent_id IS NULL AND trashed_at IS NULL
    UNION ALL SELECT i.id, i.plan_id, i.kind, i.state FROM item AS i JOIN living AS l ON i.parent_id = l.id
    WHERE i.trashed_at IS NULL)
  SELECT c.name, `+alias+`, `+own+`, p.name, count(l.id), count(*) FILTER (WHERE l.kind = 'goal'),
    count(*) FILTER (WHERE l.kind = 'step'), count(*) FILTER (WHERE l.kind = 'step' AND l.state = 'done')
  FROM plan AS p JOIN client AS c ON c.id = p.client_id LEFT JOIN living AS l ON l.plan_id = p.id
  GROUP BY p.id ORDER BY `+own+` DESC, c.name, c.id, p.rank`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var p InsidePlan
		if err := rows.Scan(&p.Client, &p.Alias, &p.Own, &p.Name, &p.Items, &p.Goals, &p.Steps, &p.Done); err != nil {
			return nil, err
		}
		plans = append(plans, p)
	}
	return plans, rows.Err()
}
