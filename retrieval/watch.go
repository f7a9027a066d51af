package retrieval

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"time"

	"youju/news"
)

// Watch looks at paths every interval and reads them again after a change, until
// ctx ends. It polls, because change notices do not cross the bind mounts and
// network file systems that article folders live on. A file that cannot be read
// is logged and leaves the rest serving. The first look always reads: files may
// have changed since Replace was given what they held. A change that could not be
// taken in is tried again at the next look.
func (c *Corpus) Watch(ctx context.Context, paths []string, interval time.Duration, log *slog.Logger) {
	seen, looked := "", false
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := fingerprint(paths)
		if looked && now == seen {
			continue
		}
		if c.reload(ctx, paths, log) {
			seen, looked = now, true
		}
	}
}

// reload reads paths again and says whether the collection now holds what they do.
func (c *Corpus) reload(ctx context.Context, paths []string, log *slog.Logger) bool {
	articles, problems := c.Read(ctx, paths...)
	for _, p := range problems {
		log.Warn("an article file was not read", "problem", p.Error())
	}
	before := c.Snapshot().Articles()
	if c.Snapshot().Complete() && reflect.DeepEqual(before, distinct(articles)) {
		return true
	}
	if err := c.Replace(ctx, articles); err != nil {
		log.Error("the articles changed but could not be taken in; the old ones serve on", "error", err)
		return false
	}
	after := c.Snapshot().Articles()
	log.Info("the articles changed", "articles", len(after), "added", missingFrom(before, after), "removed", missingFrom(after, before))
	return true
}

// missingFrom counts the articles of b that are not, with the same text, in a.
func missingFrom(a, b []news.Article) int {
	byID := map[string]news.Article{}
	for _, article := range a {
		byID[article.ID] = article
	}
	n := 0
	for _, article := range b {
		if old, ok := byID[article.ID]; !ok || !sameText(old, article) {
			n++
		}
	}
	return n
}

// fingerprint changes when a file below paths is added, removed or written; links
// are followed, as news.Read does.
func fingerprint(paths []string) string {
	var lines []string
	for _, root := range paths {
		if target, err := filepath.EvalSymlinks(root); err == nil {
			root = target
		}
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				lines = append(lines, path+" unreadable")
				return nil
			}
			if info, err := os.Stat(path); err == nil && !d.IsDir() {
				lines = append(lines, fmt.Sprintf("%s %d %d", path, info.Size(), info.ModTime().UnixNano()))
			}
			return nil
		})
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}
