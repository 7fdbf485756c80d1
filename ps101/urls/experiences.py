"""Addresses of what somebody has done, and of the small tools beside a question."""

from django.urls import URLPattern

pages: list[URLPattern] = []

calls: list[URLPattern] = []
