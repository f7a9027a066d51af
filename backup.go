package main

import (
	"context"
	"fmt"

	"youju/store"
)

type backupCommand struct {
	File string `arg:"" help:"备份写到这里；不能已经存在。"`
}

// Run copies the store, beside a running serve.
func (c *backupCommand) Run(ctx context.Context, f *flags, env environment) error {
	kept, err := store.OpenReadOnly(ctx, f.storePath(), store.Options{})
	if err != nil {
		return err
	}
	defer kept.Close()
	if err := kept.Backup(ctx, c.File); err != nil {
		return err
	}
	_, err = fmt.Fprintf(env.out, "已备份到 %s。恢复：停掉 serve，把它复制到 %s。\n", c.File, f.storePath())
	return err
}
