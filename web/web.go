// Package web is the HTTP server beside the bot: it says whether the program is
// well.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"
)

const (
	shutdownTime = 5 * time.Second
	checkTime    = 5 * time.Second
	healthBytes  = 1 << 16
)

// Config is what the server needs to know.
type Config struct {
	Addr     string     // host:port, host may be empty, port may be 0
	Version  string     // of the program
	Articles func() int // how many are being served
	Log      *slog.Logger
}

// Server answers on one address.
type Server struct {
	cfg      Config
	mux      *http.ServeMux
	listener net.Listener
}

// Health is what /healthz says.
type Health struct {
	Status   string `json:"status"` // "ok"
	Version  string `json:"version"`
	Articles int    `json:"articles"`
}

// New binds the address, so that a port in use is told at once.
func New(cfg Config) (*Server, error) {
	listener, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		return nil, fmt.Errorf("listen on %q: %w", cfg.Addr, err)
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{cfg: cfg, mux: http.NewServeMux(), listener: listener}
	s.mux.HandleFunc("GET /healthz", s.health)
	return s, nil
}

// Addr is the address that is listened on, with the port that was chosen.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Handle mounts a handler; the pattern is http.ServeMux's. Call it before Run.
func (s *Server) Handle(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// Run serves until ctx ends, then lets requests in flight finish for up to five
// seconds.
func (s *Server) Run(ctx context.Context) error {
	server := &http.Server{
		Handler:           s.mux,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 16,
		ErrorLog:          slog.NewLogLogger(s.cfg.Log.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(s.listener) }()
	select {
	case err := <-served:
		return fmt.Errorf("serve on %s: %w", s.Addr(), err)
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	err := server.Shutdown(stopping)
	if err != nil {
		err = errors.Join(err, server.Close())
	}
	if ended := <-served; !errors.Is(ended, http.ErrServerClosed) {
		err = errors.Join(err, ended)
	}
	return err
}

func (s *Server) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	health := Health{Status: "ok", Version: s.cfg.Version}
	if s.cfg.Articles != nil {
		health.Articles = s.cfg.Articles()
	}
	if err := json.NewEncoder(w).Encode(health); err != nil {
		s.cfg.Log.Debug("health was not heard", "error", err)
	}
}

// Check asks the server that listens on addr (host:port as it was configured)
// for its health, within five seconds. An error says what is wrong.
func Check(ctx context.Context, addr string) error {
	host, err := dialable(addr)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+host+"/healthz", nil)
	if err != nil {
		return fmt.Errorf("address %q: %w", addr, err)
	}
	// The server is our own: no proxy stands before it.
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("nothing answers on %s: %w", host, err)
	}
	defer resp.Body.Close()
	var health Health
	err = json.NewDecoder(io.LimitReader(resp.Body, healthBytes)).Decode(&health)
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers with HTTP %d", host, resp.StatusCode)
	}
	if err != nil || health.Status != "ok" {
		return fmt.Errorf("%s answers, but is not a healthy youju", host)
	}
	return nil
}

// dialable turns an address to listen on into one to connect to: every
// interface becomes loopback.
func dialable(addr string) (string, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "", fmt.Errorf("address %q is not host:port: %w", addr, err)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
		if ip != nil && ip.To4() == nil {
			host = "::1"
		}
	}
	return net.JoinHostPort(host, port), nil
}
