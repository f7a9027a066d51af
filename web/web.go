// Package web is the HTTP server beside the bot: it says whether the program
// lives, whether it is ready, and what it has counted; it mounts handlers of
// others, such as the bot's webhook.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	vm "github.com/VictoriaMetrics/metrics"
)

// shutdownTime is what requests in flight get at a stop.
const shutdownTime = 5 * time.Second

// Config is what the server needs to know.
type Config struct {
	Addr     string     // host:port, host may be empty, port may be 0
	Version  string     // of the program
	Articles func() int // how many are being served
	// Troubles are what keeps the program from being ready, a sentence each; nil
	// or none: it is ready. They go to whoever can reach the address.
	Troubles func() []string
	// Notes are what makes answers worse than they will be, a sentence each; the
	// program is ready all the same. May be nil.
	Notes   func() []string
	Metrics *vm.Set // what /metrics prints; nil: there is none
	Log     *slog.Logger
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

// Readiness is what /readyz says.
type Readiness struct {
	Status   string   `json:"status"` // "ready" or "not ready"
	Troubles []string `json:"troubles"`
	Notes    []string `json:"notes"` // what makes answers worse for now
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
	s.mux.HandleFunc("GET /readyz", s.ready)
	if cfg.Metrics != nil {
		s.mux.HandleFunc("GET /metrics", s.metrics)
	}
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
	health := Health{Status: "ok", Version: s.cfg.Version}
	if s.cfg.Articles != nil {
		health.Articles = s.cfg.Articles()
	}
	s.reply(w, http.StatusOK, health)
}

// ready answers 200, or 503 while something keeps questions from being answered.
func (s *Server) ready(w http.ResponseWriter, _ *http.Request) {
	readiness, code := Readiness{Status: "ready", Troubles: []string{}, Notes: []string{}}, http.StatusOK
	if s.cfg.Troubles != nil {
		readiness.Troubles = append(readiness.Troubles, s.cfg.Troubles()...)
	}
	if s.cfg.Notes != nil {
		readiness.Notes = append(readiness.Notes, s.cfg.Notes()...)
	}
	if len(readiness.Troubles) > 0 {
		readiness.Status, code = "not ready", http.StatusServiceUnavailable
	}
	s.reply(w, code, readiness)
}

// metrics writes Prometheus's text format.
func (s *Server) metrics(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	s.cfg.Metrics.WritePrometheus(w)
}

func (s *Server) reply(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		s.cfg.Log.Debug("a reply was not heard", "error", err)
	}
}
